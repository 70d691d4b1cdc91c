package org.stoppayment.freeze.dissuasion.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;

/**
 * Some entries of the dissuasion list.
 *
 * @param entries of this page, newest first; it may have fewer than were asked for, or none, though others follow
 * @param last the entry behind which the next page goes on; empty when no others follow
 */
public record DissuasionPage(List<Dissuasion> entries, Optional<UUID> last) {}
