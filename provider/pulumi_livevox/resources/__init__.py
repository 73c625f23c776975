"""The resources that a program declares, and how they are brought about."""
