package org.rollcall.report.attendance.identity;

/**
 * Disjoint sets of the numbers from 0 on, with path halving.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Disjoint-set_data_structure">Disjoint-set data structure</a>
 */
final class DisjointSets {
    private final int[] parents;

    DisjointSets(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    private DisjointSets(int[] parents) {
        this.parents = parents.clone();
    }

    DisjointSets copy() {
        return new DisjointSets(parents);
    }

    /** The number that stands for the set of a number. */
    int root(int number) {
        while (parents[number] != number) {
            parents[number] = parents[parents[number]];
            number = parents[number];
        }
        return number;
    }

    /** Joins the sets of two numbers and returns the root of both, which is the first one's. */
    int join(int one, int other) {
        int root = root(one);
        parents[root(other)] = root;
        return root;
    }
}
