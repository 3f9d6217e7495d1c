"""From files to readings: loaders, structure, finding, resolving, relating, and the pipeline that ties them."""
