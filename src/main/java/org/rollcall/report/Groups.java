package org.rollcall.report;

import java.util.stream.IntStream;

/** Numbers from 0 on in groups that can be joined, each of which has one of its numbers as its root. */
final class Groups {
    private final int[] parents;

    Groups(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    private Groups(int[] parents) {
        this.parents = parents.clone();
    }

    Groups copy() {
        return new Groups(parents);
    }

    int root(int number) {
        while (parents[number] != number) {
            parents[number] = parents[parents[number]];
            number = parents[number];
        }
        return number;
    }

    /** The root of each number. */
    int[] roots() {
        return IntStream.range(0, parents.length).map(this::root).toArray();
    }

    /** Joins the groups of two numbers and answers with the root. */
    int join(int one, int other) {
        int root = root(one);
        parents[root(other)] = root;
        return root;
    }
}
