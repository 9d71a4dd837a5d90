"""generate: what follows from the protocol's definition. `python -m clients.protocol.generate` writes it all.

Definition   messages and fields as data      clients.protocol.generate.definition
schema       JSON Schema                      clients.protocol.generate.schema
typescript   types for the web                clients.protocol.generate.typescript
csharp       types for Unity                  clients.protocol.generate.csharp
markdown     PROTOCOL.md                      clients.protocol.generate.markdown
golden       frames that every client reads   clients.protocol.generate.golden
outputs      path and text of each            clients.protocol.generate.outputs
"""
