package process

import "github.com/prometheus/client_golang/prometheus"

// Readiness, MemberMetrics, RelayMetrics and FollowerMetrics are the processes' collectors, to be described.
func Readiness(process string, d []Dependency) prometheus.Collector { return newReadiness(process, d) }

var MemberMetrics = memberMetrics

func RelayMetrics() prometheus.Collector    { return relayMetrics(nil, nil) }
func FollowerMetrics() prometheus.Collector { return followerMetrics(nil, 0) }

// CheckCarrier is what a member asks of its charter before it starts.
func CheckCarrier(c *Charter) error { return c.checkCarrier() }
