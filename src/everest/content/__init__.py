"""What coaches write: questions, prompts, situations. YAML and Markdown with a checked schema."""
