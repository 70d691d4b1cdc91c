package org.stoppayment.gateway.orders.domain;

/** Level of the chief who approved a measure, named as in the contract. 公安机关办理刑事案件程序规定 (2020) Art. 239, 243. */
public enum ApprovalLevel {
    /** Of a county (县级). */
    COUNTY,
    /** Of a city (设区的市一级) or higher. */
    CITY
}
