"""result: what an exam comes to, signed, and its way to whoever issues certificates.

document    the result and its canonical bytes                        server.result.document
signing     signature, fingerprint, checking a result.json            server.result.signing
issuing     facts become result and outbox rows in one transaction    server.result.issuing
webhook     headers of a delivery, and checking them                  server.result.webhook
answers     what an answer of the receiver means                      server.result.answers
posting     one request to a receiver, with a deadline                server.result.posting
delivery    the worker that empties the outbox                        server.result.delivery
reconcile   comparing what is held there with what was sent           server.result.reconcile
"""
