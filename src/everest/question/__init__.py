"""Why interviewers ask, and recognizing the question in any wording."""
