-- Which of an account's orders comes first: the one that the money is or was held under (the live one, else the newest), then the
-- live one that has not come to that, then the newest. So an account that is stopped again stays where the ended stop left it
-- until the new one is in effect.
counted DESC, live DESC, placed_at DESC, application_id DESC
