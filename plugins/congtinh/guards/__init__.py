"""What must not be published: identities of persons, their telephones and homes, marks of secrecy.

Pure functions from text to findings; ``congtinh.guards.guarding`` is the door.
"""
