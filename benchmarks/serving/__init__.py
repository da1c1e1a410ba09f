"""Our site and its peers over the same made-up estates and buildings, under the same load."""
