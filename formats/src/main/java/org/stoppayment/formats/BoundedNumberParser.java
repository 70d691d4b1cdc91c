package org.stoppayment.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads a number that is too long or has too large an exponent as one that is out of every range: such a number makes its own field
 * invalid, not the whole document. It is not computed, so that it costs no time and no memory.
 */
final class BoundedNumberParser extends JsonParserDelegate {

    private static final int MAX_CHARACTERS = 1_000;
    private static final int HUGE_EXPONENT = 1_000_000_000;
    private static final BigDecimal HUGE = new BigDecimal(BigInteger.ONE, -HUGE_EXPONENT);
    private static final BigInteger HUGE_INTEGER = BigInteger.TEN.pow(100);

    BoundedNumberParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        if (getTextLength() > MAX_CHARACTERS) {
            return HUGE;
        }
        try {
            return super.getDecimalValue();
        } catch (NumberFormatException tooLargeAnExponent) {
            return HUGE;
        }
    }

    @Override
    public BigInteger getBigIntegerValue() throws IOException {
        return getTextLength() > MAX_CHARACTERS ? HUGE_INTEGER : super.getBigIntegerValue();
    }
}
