"""Rules on grounds: what the résumé and the company say."""
