"""Catalogue: one TOML file a scenario. All numbers, names, rubrics and plans are there; consequences are in rules."""
