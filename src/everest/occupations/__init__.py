"""The atlas of occupations: look up, match, routes, realism."""
