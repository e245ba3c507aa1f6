package math

import "math"

func Float64bits(f float64) uint64     { return math.Float64bits(f) }
func Float64frombits(b uint64) float64 { return math.Float64frombits(b) }
func Float32bits(f float32) uint32     { return math.Float32bits(f) }
func Float32frombits(b uint32) float32 { return math.Float32frombits(b) }
func Sqrt(x float64) float64           { return math.Sqrt(x) }
func Floor(x float64) float64          { return math.Floor(x) }
func Ceil(x float64) float64           { return math.Ceil(x) }
func Trunc(x float64) float64          { return math.Trunc(x) }
func Abs(x float64) float64            { return math.Abs(x) }
func FMA(x, y, z float64) float64      { return math.FMA(x, y, z) }
