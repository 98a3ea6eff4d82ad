"""How proposals move: states, who may do what, what an approval is bound to. Pure: no web, no database, no clock."""
