"""How Thai amending law is written: what changed at which grain, its wording, and the frame of the bill."""
