"""YAML files to one checked, indexed Taxonomy."""
