package org.stoppayment.recovery.forms.domain;

/**
 * The file of a form.
 *
 * @param digest SHA-256 as hexadecimal digits
 * @param sizeBytes its size
 * @param pages number of pages
 * @param missingCharacters number of different characters that no font has: the form shows 〓 in their place
 */
public record FormFile(String digest, long sizeBytes, int pages, int missingCharacters) {}
