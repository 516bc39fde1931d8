"""Measures Concordat and its peers side by side: each data set, each tool, in turns, as whole processes."""
