import { createRequire } from 'node:module';
import ts from 'typescript';

/** What one element of a metadata file may hold. */
export type ElementKind =
    | { readonly kind: 'text' }
    | { readonly kind: 'boolean' }
    | { readonly kind: 'number' }
    | { readonly kind: 'enum'; readonly values: readonly string[] }
    | { readonly kind: 'children'; readonly elements: () => ReadonlyMap<string, ElementType> };

export interface ElementType {
    readonly repeatable: boolean;
    readonly required: boolean;
    readonly content: ElementKind;
}

/** Answers the elements of a metadata type, or undefined where Salesforce knows no such type. */
export type MetadataTypes = (typeName: string) => ReadonlyMap<string, ElementType> | undefined;

/**
 * Reads the declarations that @salesforce/types generates from the Metadata WSDL: the compiler is used as a reader,
 * no library is loaded, so that arrays are recognized from their syntax.
 */
export function loadMetadataTypes(): MetadataTypes {
    const file = createRequire(import.meta.url)
        .resolve('@salesforce/types/metadata')
        .replace(/\.js$/, '.d.ts');
    const program = ts.createProgram([file], { noLib: true, types: [] });
    const checker = program.getTypeChecker();
    const source = program.getSourceFile(file);
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} declares no metadata`);
    const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));

    function literals(type: ts.Type): string[] | undefined {
        if (type.isStringLiteral()) return [type.value];
        if (!type.isUnion()) return undefined;
        const parts = type.types.map(literals);
        return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }

    function contentOf(node: ts.TypeNode): ElementKind {
        if (node.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
        if (node.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' };
        if (node.kind === ts.SyntaxKind.StringKeyword) return { kind: 'text' };
        const type = checker.getTypeFromTypeNode(node);
        const values = literals(type);
        return values === undefined
            ? { kind: 'children', elements: () => elementsOf(type) }
            : { kind: 'enum', values };
    }

    function elementsOf(type: ts.Type): ReadonlyMap<string, ElementType> {
        const entries = checker.getPropertiesOfType(type).flatMap((property): [string, ElementType][] => {
            const declaration = property.valueDeclaration;
            const node =
                declaration !== undefined && ts.isPropertySignature(declaration)
                    ? declaration.type
                    : undefined;
            if (node === undefined) return [];
            const repeatable = ts.isArrayTypeNode(node);
            const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
            const content = contentOf(repeatable ? node.elementType : node);
            return [[property.name, { repeatable, required: !optional && !repeatable, content }]];
        });
        return new Map(entries);
    }

    return (typeName) => {
        const symbol = exported.get(typeName);
        return symbol === undefined ? undefined : elementsOf(checker.getDeclaredTypeOfSymbol(symbol));
    };
}
