package org.stoppayment.gateway.trial.application;

import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Account;

/**
 * The accounts of a trial.
 *
 * @param held the account that is stopped and frozen
 * @param payee the account to which a refund is tried; empty: none is
 */
record TrialAccounts(Account held, Optional<Account> payee) {}
