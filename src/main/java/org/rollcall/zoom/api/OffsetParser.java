package org.rollcall.zoom.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Jackson's parser of UTF-8, which also says where in the bytes its tokens are without an object for each place, and
 * goes on behind what was read without it.
 */
final class OffsetParser extends UTF8StreamJsonParser {
    private static final Factory JSON = new Factory();

    private static final int MARK_LENGTH = 3;

    private OffsetParser(
            IOContext context, int features, ByteQuadsCanonicalizer names, byte[] json, int from, int length) {
        super(context, features, null, null, names, json, from, length, from, false);
    }

    /** @param length how many bytes of the JSON are there */
    static OffsetParser of(byte[] json, int length) {
        return JSON.parser(json, isMarked(json, length) ? MARK_LENGTH : 0, length);
    }

    /** Whether it begins with a byte order mark. */
    private static boolean isMarked(byte[] json, int length) {
        return length >= MARK_LENGTH && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF;
    }

    /** Returns where the current value begins. */
    int start() {
        return (int) _tokenInputTotal - 1;
    }

    /** Returns where that ends which has been read. */
    int end() {
        return _inputPtr;
    }

    /** Goes on at a place where a token may begin. */
    void moveTo(int place) {
        _inputPtr = place;
    }

    private static final class Factory extends JsonFactory {
        OffsetParser parser(byte[] json, int from, int length) {
            return new OffsetParser(
                    _createContext(_createContentReference(json, from, length - from), true),
                    _parserFeatures,
                    _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
                    json,
                    from,
                    length);
        }
    }
}
