// GoLibrary
