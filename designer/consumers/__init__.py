"""WebSockets: each lets people in and passes events on."""
