"""views: what of a world each class of client is shown, as cells.

trainee   an Observation as cells and back, exactly; may import nothing else of the core   server.views.trainee
staff     the true state, for examiners, directors and observers                           server.views.staff
"""
