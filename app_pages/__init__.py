"""The pages of the app: one page a file, framed by app.py; they ask the library, the store and the queries only."""
