package runtime

// GOARCH names the simulated architecture.
const GOARCH = "386"
