"""Splink's own recommended settings, one module a data set.

Each gives IDENTIFIER (the id column), CLEANING (more columns, as SQL after `select *`), SETTINGS and train(linker).
"""
