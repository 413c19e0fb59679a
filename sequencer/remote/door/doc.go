// Package door is what door.proto says, generated: the messages of a member's private door and the service that carries
// them. In come and out go messages as they stand on the wire. Never here: anything written by hand but this comment.
package door
