"""Our own files, as docs/data/ has them: what the library reads and gives without a database."""
