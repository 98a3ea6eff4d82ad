"""How gunicorn serves; it reads this by itself when it is started in this folder.

The application is made once, before the workers are: the dictionary, the libraries and the templates then lie in
memory once, however many workers there are. Making it opens no connection, so that none is shared.
"""

from app import settle

preload_app = True


def when_ready(server):  # type: ignore[no-untyped-def]
    app = server.app.wsgi()
    settle(app)
    if server.num_workers > 1 and app.config["RATELIMIT_STORAGE_URI"].startswith("memory:"):
        server.log.warning("Each worker counts sign-ins by itself: set RATELIMIT_STORAGE_URI to count them together.")
