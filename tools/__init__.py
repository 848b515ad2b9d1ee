"""Build scripts: what they write ships with the package or stands in docs/."""
