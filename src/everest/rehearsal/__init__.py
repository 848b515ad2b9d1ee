"""The mock interview: interviewer, hearing, delivery, schedule."""
