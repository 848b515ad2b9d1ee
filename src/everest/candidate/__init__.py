"""Who is preparing: résumé and reflection, each fact with its evidence."""
