package org.stoppayment.freeze.dissuasion.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion;

/**
 * A page of the dissuasion list.
 *
 * @param entries of this page, newest first; may be fewer than the page size, or none, although others follow
 * @param last the entry after which the next page begins; empty when no others follow
 */
public record DissuasionPage(List<Dissuasion> entries, Optional<UUID> last) {}
