"""Policy wishes: what the office wants of proposals on a matter."""
