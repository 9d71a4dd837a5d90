"""contract: what a certificate system must do to take results, generated from the reference receiver.

openapi.gen.json   its interface
result.gen.json    JSON Schema of a result.json
examples.gen.json  a delivery with its headers, its answers
making             `python -m server.receiver.contract` writes the three   server.receiver.contract.making
"""
