package org.stoppayment.freeze.alerts.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What officers change of an alert's row; {@link AlertStore} writes the rest, and {@link AlertViewEntity} reads all of it. */
@Entity
@Table(name = "alert")
class AlertEntity extends HandledAlert {}
