"""The records that travel between the stages: plain, frozen, standard library only."""
