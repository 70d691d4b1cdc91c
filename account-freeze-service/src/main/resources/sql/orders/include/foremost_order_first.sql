-- Sorts an account's orders: first those that the money is or was held under (the live one, then the newest), then the live one
-- without effect yet, then the newest. So an account that is stopped again shows the ended stop until the new one is in effect.
counted DESC, live DESC, placed_at DESC, application_id DESC
