-- Bounds the transaction of a report. Compiling a statement that reads a ledger once takes longer than it saves.
SELECT set_config('statement_timeout', :max_millis, true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)
