"""Work that no request waits for. A module in here declares its jobs with `@job`; it is found by its presence.

Who asks for a job: blueprints, after the service has committed. What a job does: services and documents, as ever.
The queue may be lost: whatever must not be is told by the database, and a job that comes round at its times
finds what was left over.
"""
