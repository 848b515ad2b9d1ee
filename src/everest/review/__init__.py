"""What an experienced interviewer would hear: findings, criteria, a verdict."""
