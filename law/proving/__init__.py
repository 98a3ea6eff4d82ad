"""What a bill must say besides the edited text for ``law.proof`` to call it proven."""
