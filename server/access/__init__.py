"""access: who may do what, and how often. Pure rules and hashing; who exists is in server.catalogue.

roles       the roles, and PERMITS: which may do what     server.access.roles
passwords   argon2id, few at once                         server.access.passwords
tokens      session tokens, seat codes, their hashes      server.access.tokens
limits      buckets and attempts, on a given clock        server.access.limits
"""
